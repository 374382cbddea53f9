package dev.ward.advisory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// From where documents of sources may be taken, as the operator allows.
@Component
class ImportSettings {

    private final List<Path> folders;
    private final boolean loopback;
    private final long mostBytes;

    /// @param folders    of the server, from which files may be read; none when empty
    /// @param loopback   whether documents may be fetched from the server itself
    /// @param most       the size of the largest document that is taken
    ImportSettings(
            @Value("${ward.import-folders:}") List<String> folders,
            @Value("${ward.import-loopback:false}") boolean loopback,
            @Value("${ward.import-most:4GB}") DataSize most) {
        this.folders = folders.stream().map(Path::of).toList();
        this.loopback = loopback;
        this.mostBytes = most.toBytes();
    }

    long mostBytes() {
        return mostBytes;
    }

    /// Gives a file's real path when it may be read.
    ///
    /// @throws IOException  when it may not, or is not there; a message for people
    Path allowed(Path file) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                Path root = folder.toRealPath();
                Path wanted = root.resolve(file).normalize();
                if (wanted.startsWith(root)
                        && Files.exists(wanted)
                        && wanted.toRealPath().startsWith(root)) {
                    return wanted.toRealPath();
                }
            }
        }
        throw new IOException(
                folders.isEmpty()
                        ? "Files of the server cannot be imported: the operator has not set \"ward.import-folders\"."
                        : "There is no file \"%s\" in the folders that the operator allows for imports."
                                .formatted(file));
    }

    /// Gives an address back when something may be fetched from it.
    ///
    /// @throws IOException  when it may not; a message for people
    URI allowed(URI url) throws IOException {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || url.getHost() == null || url.getUserInfo() != null) {
            throw new IOException(
                    "\"%s\" is no address to fetch from: it must begin with https:// or http://, name a host, and carry no password."
                            .formatted(url));
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
                boolean own = address.isLoopbackAddress() || address.isAnyLocalAddress();
                if ((own && !loopback) || address.isLinkLocalAddress() || address.isMulticastAddress()) {
                    throw new IOException("Nothing is fetched from \"%s\": it is an address of the server itself."
                            .formatted(url.getHost()));
                }
            }
        } catch (UnknownHostException e) {
            throw new IOException("The host \"%s\" is not known here.".formatted(url.getHost()), e);
        }
        return url;
    }
}

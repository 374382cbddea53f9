package dev.ward.advisory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// From which hosts documents may be fetched, as the operator allows.
@Component
class ImportHosts {

    /// Where the sources are published, and where those addresses lead on to.
    private static final String OFFICIAL = "${ward.import-hosts:"
            + "github.com,raw.githubusercontent.com,objects.githubusercontent.com,"
            + "release-assets.githubusercontent.com,codeload.github.com,www.cve.org,cveawg.mitre.org,"
            + "osv-vulnerabilities.storage.googleapis.com,storage.googleapis.com,api.osv.dev,"
            + "nvd.nist.gov,services.nvd.nist.gov,www.cisa.gov,"
            + "epss.cyentia.com,epss.empiricalsecurity.com,api.first.org}";

    private final List<Place> hosts;
    private final List<Place> internal;

    /// @param hosts     `host` for its usual ports, `host:8443`, or `host:*` for all ports; their addresses must be
    ///                  public
    /// @param internal  likewise; their addresses may be any, also the server's own
    ImportHosts(@Value(OFFICIAL) List<String> hosts, @Value("${ward.import-internal-hosts:}") List<String> internal) {
        this.hosts = hosts.stream().map(Place::parse).toList();
        this.internal = internal.stream().map(Place::parse).toList();
    }

    /// @param port  in digits, "" for the usual ones, "*" for all
    private record Place(String host, String port) {

        static Place parse(String text) {
            String place = text.strip();
            int colon = place.lastIndexOf(':');
            boolean hasPort = colon > place.lastIndexOf(']');
            return new Place(
                    plain(hasPort ? place.substring(0, colon) : place), hasPort ? place.substring(colon + 1) : "");
        }

        boolean holds(URI url) {
            boolean usual = url.getPort() < 0 || url.getPort() == usualPort(url);
            return host.equals(plain(url.getHost()))
                    && (port.equals("*")
                            || (port.isEmpty()
                                    ? usual
                                    : port.equals(
                                            Integer.toString(url.getPort() < 0 ? usualPort(url) : url.getPort()))));
        }

        private static int usualPort(URI url) {
            return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        }
    }

    /// A host's name as it is compared: in small letters, an address of IPv6 without its brackets.
    private static String plain(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        boolean bracketed = small.startsWith("[") && small.endsWith("]");
        return bracketed ? small.substring(1, small.length() - 1) : small;
    }

    /// Gives an address back when its host may be asked: by https, or by http within the operator's network.
    ///
    /// @throws IOException  when it may not; a message for people, without what may be secret in the address
    URI allowed(URI url) throws IOException {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || url.getHost() == null || url.getUserInfo() != null) {
            throw new IOException(
                    "\"%s\" is no address to fetch from: it must begin with https:// or http://, name a host, and carry no password."
                            .formatted(shown(url)));
        }
        if (internal.stream().anyMatch(place -> place.holds(url))) {
            return url;
        }
        if (hosts.stream().noneMatch(place -> place.holds(url))) {
            throw new IOException(
                    "Nothing is fetched from \"%s\": it is none of the hosts that the operator allows with WARD_IMPORT_HOSTS or, for a mirror in their own network, WARD_IMPORT_INTERNAL_HOSTS."
                            .formatted(url.getRawAuthority()));
        }
        if (!scheme.equals("https")) {
            throw new IOException(
                    "Nothing is fetched from \"%s\": from other networks a document must come by https, so that nobody changes it on the way. If it is your own host, the operator names it in \"ward.import-internal-hosts\"."
                            .formatted(shown(url)));
        }
        return url;
    }

    /// Finds the addresses of a host that may be asked; they are what is then connected to.
    ///
    /// @throws UnknownHostException  when there are none, or not all are public; a message for people
    InetAddress[] addresses(String host) throws UnknownHostException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw unknown("The host \"%s\" is not known here.".formatted(host), e);
        }
        if (internal.stream().noneMatch(place -> place.host().equals(plain(host)))) {
            for (InetAddress address : addresses) {
                refuseInternal(host, address);
            }
        }
        return addresses;
    }

    private static void refuseInternal(String host, InetAddress address) throws UnknownHostException {
        try {
            String kind = AddressKind.notPublic(address);
            if (!kind.isEmpty()) {
                throw new UnknownHostException(
                        "Nothing is fetched from \"%s\": its address %s is %s. If it is meant, the operator names the host in WARD_IMPORT_INTERNAL_HOSTS."
                                .formatted(host, address.getHostAddress(), kind));
            }
        } catch (SocketException e) {
            throw unknown("The addresses of this machine cannot be told from that of \"%s\".".formatted(host), e);
        }
    }

    private static UnknownHostException unknown(String message, IOException cause) {
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }

    /// An address without what may be secret in it: who asks, and with what question.
    static String shown(URI url) {
        if (url.getHost() == null) {
            return url.getScheme() + ":…";
        }
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + url.getRawPath() + (url.getRawQuery() == null ? "" : "?…");
    }
}

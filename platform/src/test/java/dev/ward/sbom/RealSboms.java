package dev.ward.sbom;

import dev.ward.house.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The real SBOMs of the data folder.
final class RealSboms {

    private RealSboms() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> real = Files.list(RealFiles.need("sboms"));
                Stream<Path> portfolio = Files.list(RealFiles.need("bench-portfolio/boms"))) {
            return Stream.concat(real.sorted(), portfolio.sorted()).toList();
        }
    }
}

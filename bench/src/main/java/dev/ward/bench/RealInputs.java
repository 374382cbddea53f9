package dev.ward.bench;

import java.nio.file.Path;

/// The folder of real data that is measured on: `-Dward.data=DIR`, or `../shared/data` beside the project.
final class RealInputs {

    private RealInputs() {}

    static Path file(String path) {
        return Path.of(System.getProperty("ward.data", "../shared/data")).resolve(path);
    }
}

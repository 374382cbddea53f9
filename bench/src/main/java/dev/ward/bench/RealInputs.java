package dev.ward.bench;

import java.nio.file.Path;

/// The folder of real data that is measured on: `-Dward.data=DIR`, or `../shared/data` beside the project.
public final class RealInputs {

    private RealInputs() {}

    public static Path file(String path) {
        return Path.of(System.getProperty("ward.data", "../shared/data")).resolve(path);
    }
}

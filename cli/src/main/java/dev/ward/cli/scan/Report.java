package dev.ward.cli.scan;

import java.io.IOException;

/// One way to write down what a scan found.
interface Report {

    void write(ScanResult result) throws IOException;
}

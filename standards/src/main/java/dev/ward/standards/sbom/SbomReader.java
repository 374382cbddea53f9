package dev.ward.standards.sbom;

import dev.ward.standards.input.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;

/// Reads one format of SBOM in one pass and constant memory. The input may be hostile.
public interface SbomReader {

    /// Reads to the end; parts that cannot be read are told to the visitor and never hide the rest.
    ///
    /// @param name  what to call the input in messages
    /// @throws UnreadableInput  when the input as a whole is not of this format; the visitor may have been told of
    ///     components before (a file cut off half-way), and those remain true
    SbomDocument read(String name, InputStream input, SbomVisitor visitor) throws IOException, UnreadableInput;
}

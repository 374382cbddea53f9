package dev.ward.web;

import java.io.InputStream;

/// The file of an upload form, read while it arrives. A page's handler takes it as a parameter, and gets null when no
/// file was chosen.
///
/// @param name         as the sender calls it; may hold anything
/// @param contentType  as the sender says
/// @param content      ends with an [java.io.IOException] when the upload breaks off
public record UploadedFile(String name, String contentType, InputStream content) {}

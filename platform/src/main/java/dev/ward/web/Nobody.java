package dev.ward.web;

/// Nobody whom Ward knows looks.
///
/// @param known  whether it is known that nobody is signed in; false while the database cannot be asked
record Nobody(boolean known) implements Viewer {

    @Override
    public boolean signedIn() {
        return false;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String role() {
        return "";
    }

    @Override
    public boolean may(String permission) {
        return false;
    }
}

package dev.ward.product;

/// A way in which a device exchanges data. `NONE` stands alone.
///
/// Source: FDA, Cybersecurity in Medical Devices (2026), VI.A and appendix 2 (interfaces, also those that are not
/// used).
public enum Connection {
    NONE("None"),
    WIRED("Wired network"),
    WIFI("Wi-Fi"),
    BLUETOOTH("Bluetooth"),
    CELLULAR("Cellular network"),
    USB("USB"),
    SERIAL("Serial line"),
    PROPRIETARY_RADIO("Proprietary radio");

    private final String words;

    Connection(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

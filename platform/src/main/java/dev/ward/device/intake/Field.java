package dev.ward.device.intake;

import dev.ward.table.FieldTable;
import dev.ward.table.TableField;

/// Something that a row of a file may say of a device, its place, or its shipment.
public enum Field implements TableField {
    UDI,
    DI,
    SERIAL,
    LOT,
    MANUFACTURED,
    EXPIRES,
    PRODUCT,
    MODEL,
    RELEASE,
    CONFIGURATION,
    CUSTOMER_REFERENCE,
    CUSTOMER,
    CUSTOMER_KIND,
    SITE_REFERENCE,
    SITE,
    ADDRESS,
    CITY,
    REGION,
    POSTAL_CODE,
    COUNTRY,
    REFERENCE,
    NETWORKED,
    CONTRACT_UNTIL,
    WARRANTY_UNTIL,
    STATUS,
    CONFIRMED,
    SHIPPED,
    SHIPMENT,
    VIA;

    public static final FieldTable<Field> TABLE = new FieldTable<>(Field.class);

    @Override
    public FieldTable<Field> table() {
        return TABLE;
    }

    @Override
    public boolean isForAll() {
        return switch (this) {
            case UDI, SERIAL -> false;
            default -> true;
        };
    }
}

package dev.ward.standards.version;

import java.math.BigInteger;

/// A second comparator for Arch Linux, step by step as vercmp(8) and pacman's `rpmvercmp` do it.
final class NaiveAlpmOrder {

    private NaiveAlpmOrder() {}

    static int compare(String left, String right) {
        String[] a = split(left);
        String[] b = split(right);
        int order = parts(a[0], b[0]);
        order = order == 0 ? parts(a[1], b[1]) : order;
        return order == 0 && a[2] != null && b[2] != null ? parts(a[2], b[2]) : order;
    }

    private static String[] split(String version) {
        String[] epoch = version.contains(":") ? version.split(":", 2) : new String[] {"0", version};
        int hyphen = epoch[1].lastIndexOf('-');
        return hyphen < 0
                ? new String[] {epoch[0], epoch[1], null}
                : new String[] {epoch[0], epoch[1].substring(0, hyphen), epoch[1].substring(hyphen + 1)};
    }

    private static int parts(String left, String right) {
        String one = left;
        String two = right;
        while (!one.isEmpty() && !two.isEmpty()) {
            String oneBare = one.replaceFirst("^[^A-Za-z0-9]+", "");
            String twoBare = two.replaceFirst("^[^A-Za-z0-9]+", "");
            int separators = (one.length() - oneBare.length()) - (two.length() - twoBare.length());
            one = oneBare;
            two = twoBare;
            if (one.isEmpty() || two.isEmpty()) {
                break;
            }
            if (separators != 0) {
                return separators;
            }
            boolean number = one.matches("[0-9].*");
            String run = number ? "^[0-9]+" : "^[A-Za-z]+";
            String oneRest = one.replaceFirst(run, "");
            String twoRest = two.replaceFirst(run, "");
            String oneRun = one.substring(0, one.length() - oneRest.length());
            String twoRun = two.substring(0, two.length() - twoRest.length());
            if (twoRun.isEmpty()) {
                return number ? 1 : -1;
            }
            int order = number ? new BigInteger(oneRun).compareTo(new BigInteger(twoRun)) : oneRun.compareTo(twoRun);
            if (order != 0) {
                return order;
            }
            one = oneRest;
            two = twoRest;
        }
        if (one.isEmpty() && two.isEmpty()) {
            return 0;
        }
        boolean twoWins = (one.isEmpty() && !two.matches("[A-Za-z].*")) || one.matches("[A-Za-z].*");
        return twoWins ? -1 : 1;
    }
}

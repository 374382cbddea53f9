package dev.ward.standards.udi;

import dev.ward.standards.input.Quoted;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The contents of North American coupons. No device carries one, but the table of identifiers holds them.
///
/// Source: GS1 US, North American Coupon Application Guideline (AI 8110); GS1 AI (8112) Coupon Data Specification.
final class Coupons {

    private final String text;
    private final int to;
    private int at;

    private Coupons(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    static void positiveOffer(String text, int from, int to) throws UdiFault {
        CharacterSet.DIGITS.check("The coupon", text, from, to);
        Coupons coupon = new Coupons(text, from, to);
        coupon.code("format", "01");
        coupon.lengthAnd("funder", '0', '6', 6);
        coupon.pass("offer code", 6);
        coupon.lengthAnd("serial number", '0', '9', 6);
        if (coupon.at < to) {
            throw new UdiFault(
                    "%s is left over behind the coupon.".formatted(Quoted.of(text.substring(coupon.at, to))),
                    coupon.at);
        }
    }

    static void code(String text, int from, int to, LocalDate today) throws UdiFault {
        CharacterSet.DIGITS.check("The coupon", text, from, to);
        Coupons coupon = new Coupons(text, from, to);
        coupon.lengthAnd("company prefix", '0', '6', 6);
        coupon.pass("offer code", 6);
        coupon.lengthAnd("save value", '1', '5', 0);
        coupon.purchase("first");
        coupon.options(today);
    }

    private void purchase(String which) throws UdiFault {
        lengthAnd(which + " purchase requirement", '1', '5', 0);
        code(which + " purchase requirement code", "012349");
        pass(which + " purchase family code", 3);
    }

    /// The optional fields, each announced by its number, in the order of their numbers.
    private void options(LocalDate today) throws UdiFault {
        if (announces('1')) {
            code("additional purchase rules code", "0123");
            purchase("second");
            companyPrefixOrNone("second purchase company prefix");
        }
        if (announces('2')) {
            purchase("third");
            companyPrefixOrNone("third purchase company prefix");
        }
        UdiDate expiry = announces('3') ? date("expiration date", today) : null;
        UdiDate start = announces('4') ? date("start date", today) : null;
        refuseReversed(start, expiry);
        if (announces('5')) {
            lengthAnd("serial number", '0', '9', 6);
        }
        if (announces('6')) {
            lengthAnd("retailer", '1', '7', 6);
        }
        if (announces('9')) {
            code("save value code", "01256");
            code("save value applies to item", "012");
            pass("store coupon flag", 1);
            code("don't multiply flag", "01");
        }
        if (at < to) {
            throw new UdiFault("%s begins no field of a coupon.".formatted(Quoted.of(text.charAt(at))), at);
        }
    }

    private void refuseReversed(@Nullable UdiDate start, @Nullable UdiDate expiry) throws UdiFault {
        if (start != null && expiry != null && expiry.date().isBefore(start.date())) {
            throw new UdiFault("The coupon expires before it starts, on \"%s\".".formatted(start), at - 6);
        }
    }

    private boolean announces(char field) {
        if (at < to && text.charAt(at) == field) {
            at++;
            return true;
        }
        return false;
    }

    /// A company prefix behind its length, or `9` for none.
    private void companyPrefixOrNone(String what) throws UdiFault {
        if (!announces('9')) {
            lengthAnd(what, '0', '6', 6);
        }
    }

    private UdiDate date(String what, LocalDate today) throws UdiFault {
        int from = at;
        pass(what, 6);
        return Dates.yymmdd(text, from, false, today);
    }

    /// A digit that says how long the field is, then the field.
    private void lengthAnd(String what, char least, char most, int added) throws UdiFault {
        need(what, 1);
        char length = text.charAt(at);
        if (length < least || length > most) {
            throw new UdiFault(
                    "The length of the %s is %s, and only \"%s\" to \"%s\" may stand here."
                            .formatted(what, Quoted.of(length), least, most),
                    at);
        }
        at++;
        pass(what, length - '0' + added);
    }

    private void code(String what, String allowed) throws UdiFault {
        need(what, 1);
        CodeLists.oneOf(what, allowed, text, at);
        at++;
    }

    private void pass(String what, int count) throws UdiFault {
        need(what, count);
        at += count;
    }

    private void need(String what, int count) throws UdiFault {
        if (to - at < count) {
            throw new UdiFault(
                    "The coupon ends within its %s: %s.".formatted(what, Quoted.of(text.substring(at, to))), to);
        }
    }
}

package dev.ward.product;

import java.util.List;
import java.util.Objects;

/// Whether section 524B holds for a device: it does when all three conditions are met. The result follows from them and
/// is never typed; unknown never makes it a no.
///
/// @param software    it includes software that the sponsor validated, installed or authorised, as a device or in it
/// @param internet    it is able to connect to the internet
/// @param vulnerable  it has technological characteristics that could be vulnerable to cybersecurity threats
///
/// Source: FD&C Act, section 524B(c) (21 USC 360n-2(c)).
public record CyberDevice(Condition software, Condition internet, Condition vulnerable) implements ProfilePart {

    static final CyberDevice UNSAID = new CyberDevice(Condition.UNSAID, Condition.UNSAID, Condition.UNSAID);

    public CyberDevice {
        software = Objects.requireNonNullElse(software, Condition.UNSAID).checked("software");
        internet = Objects.requireNonNullElse(internet, Condition.UNSAID).checked("internet");
        vulnerable = Objects.requireNonNullElse(vulnerable, Condition.UNSAID).checked("vulnerable");
    }

    public Answer result() {
        return Answer.all(software.answer(), internet.answer(), vulnerable.answer());
    }

    @Override
    public ProfileSection section() {
        return ProfileSection.CYBER_DEVICE;
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                new Fact(
                        "cyberDevice.software.answer",
                        "1. Includes software",
                        software.answer().words()),
                new Fact("cyberDevice.software.reason", "1. because", software.reason()),
                new Fact(
                        "cyberDevice.internet.answer",
                        "2. Can connect to the internet",
                        internet.answer().words()),
                new Fact("cyberDevice.internet.reason", "2. because", internet.reason()),
                new Fact(
                        "cyberDevice.vulnerable.answer",
                        "3. Could be vulnerable",
                        vulnerable.answer().words()),
                new Fact("cyberDevice.vulnerable.reason", "3. because", vulnerable.reason()));
    }
}

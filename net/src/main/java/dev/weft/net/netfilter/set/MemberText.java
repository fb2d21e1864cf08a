package dev.weft.net.netfilter.set;

/// Takes the words that describe one member of a set, in the order in which they are printed.
interface MemberText {
    /// What it is: `10.0.0.0/8,tcp:80`.
    void element(String text);

    /// A word that stands alone: `nomatch`.
    void flag(String name);

    /// A word with a value: `timeout 30`.
    void value(String name, String value);
}

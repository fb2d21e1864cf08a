package dev.weft.iptables.memory;

/// A match or target in a rule, with its options there.
record Use(Extension extension, Options options) {
    /// Without what differs only in words.
    boolean isSame(Use other) {
        return extension == other.extension && options.equals(other.options);
    }

    Use with(Option option) {
        return new Use(extension, options.with(option));
    }

    /// Matches as saved: `-m tcp --dport 22`; a target's options alone.
    String saved() {
        return (extension.name + " " + options).strip();
    }

    String listed() {
        return extension.listing(options);
    }
}

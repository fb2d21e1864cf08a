package dev.weft.net.tcpdump.filter;

/// What stands before an identifier: which protocol, which direction, which kind of thing.
///
/// @param protocol its keyword, [#ANY_PROTOCOL], or [#NO_PROTOCOL] where nothing can be inherited
record Qualifier(String protocol, Direction direction, Kind kind) {
    static final String ANY_PROTOCOL = "";
    static final String NO_PROTOCOL = "?";

    static final Qualifier NONE = new Qualifier(NO_PROTOCOL, Direction.ANY, Kind.NONE);

    enum Direction {
        /// Neither was said: source or destination.
        ANY,
        SOURCE,
        DESTINATION,
        EITHER,
        BOTH
    }

    enum Kind {
        NONE,
        ANY,
        HOST,
        NET,
        PORT,
        PORT_RANGE,
        GATEWAY,
        PROTOCOL,
        PROTOCOL_CHAIN
    }

    boolean isHostLike() {
        return kind == Kind.ANY || kind == Kind.HOST || kind == Kind.NET;
    }

    boolean isPortLike() {
        return kind == Kind.PORT || kind == Kind.PORT_RANGE;
    }
}

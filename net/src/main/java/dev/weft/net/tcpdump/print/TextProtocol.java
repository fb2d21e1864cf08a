package dev.weft.net.tcpdump.print;

import java.util.List;
import java.util.Locale;

/// Prints line-oriented protocols such as HTTP: the first line, or with `-v` all lines of text.
///
/// @param name in lower case, as the mark of a cut packet shows it
/// @param commands the first words of requests; none if every message is text
/// @param codeIsSecond whether a response has its code behind the protocol's version
record TextProtocol(String name, List<String> commands, boolean codeIsSecond) {
    static final TextProtocol HTTP = new TextProtocol("http", words("""
        GET PUT COPY HEAD LOCK MOVE POLL POST BCOPY BMOVE MKCOL TRACE LABEL MERGE DELETE SEARCH UNLOCK REPORT
        UPDATE NOTIFY BDELETE CONNECT OPTIONS CHECKIN PROPFIND CHECKOUT CCM_POST SUBSCRIBE PROPPATCH
        BPROPFIND BPROPPATCH UNCHECKOUT MKACTIVITY MKWORKSPACE UNSUBSCRIBE RPC_CONNECT VERSION-CONTROL
        BASELINE-CONTROL\
        """), true);
    static final TextProtocol RTSP = new TextProtocol("rtsp", words("""
        ANNOUNCE DESCRIBE GET_PARAMETER OPTIONS PAUSE PLAY RECORD REDIRECT SETUP SET_PARAMETER TEARDOWN\
        """), true);
    static final TextProtocol SIP = new TextProtocol("sip", words("""
        ACK BYE CANCEL DO INFO INVITE MESSAGE NOTIFY OPTIONS PRACK QAUTH REFER REGISTER SPRACK SUBSCRIBE
        UPDATE PUBLISH\
        """), true);
    static final TextProtocol FTP = new TextProtocol("ftp", List.of(), false);
    static final TextProtocol SMTP = new TextProtocol("smtp", List.of(), false);
    static final TextProtocol WHOIS = new TextProtocol("whois", List.of(), false);

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    void print(Dissection d, int at, int length) {
        d.protocol(name);
        d.put(name.toUpperCase(Locale.ROOT));
        if (!isMessage(d, at, length)) {
            return;
        }
        if (!d.verbose()) {
            line(d, ": ", at, at + length);
            return;
        }
        d.put(", length: ").put(length);
        int next = at;
        while (next > 0 && next < at + length) {
            next = line(d, "\n\t", next, at + length);
        }
    }

    /// Does a request or a response start here, or is it data in the middle of one?
    private boolean isMessage(Dissection d, int at, int length) {
        if (commands.isEmpty()) {
            return true;
        }
        String first = token(d, at, at + length);
        if (first.isEmpty()) {
            return false;
        }
        if (commands.stream().anyMatch(first::equalsIgnoreCase)) {
            return true;
        }
        String code = codeIsSecond ? token(d, behind(d, at, at + length), at + length) : first;
        return code.length() == 3 && code.chars().allMatch(Character::isDigit);
    }

    /// The printable characters up to white space; none if anything else comes first.
    private static String token(Dissection d, int start, int end) {
        StringBuilder token = new StringBuilder();
        for (int at = start; at < end; at++) {
            if (!d.has(at, 1) || token.length() > 126) {
                return "";
            }
            int character = d.u8(at);
            if (isSpace(character)) {
                break;
            }
            if (!isPrintable(character)) {
                return "";
            }
            token.append((char) character);
        }
        return token.toString();
    }

    /// Where the token behind the first one starts.
    private static int behind(Dissection d, int start, int end) {
        int at = start;
        while (at < end && d.has(at, 1) && !isSpace(d.u8(at))) {
            at++;
        }
        while (at < end && d.has(at, 1) && d.u8(at) == ' ') {
            at++;
        }
        return at;
    }

    /// Prints one line and returns where the next one starts, or 0 if no more text follows.
    private static int line(Dissection d, String prefix, int start, int end) {
        int at = start;
        while (at < end) {
            int character = d.u8(at);
            if (character == '\n') {
                d.put(prefix);
                text(d, start, at);
                return at + 1;
            }
            if (character == '\r') {
                if (at + 1 >= end) {
                    return 0;
                }
                if (d.u8(at + 1) != '\n') {
                    return 0;
                }
                d.put(prefix);
                text(d, start, at);
                return at + 2;
            }
            if (!isPrintable(character) && character != '\t') {
                return 0;
            }
            at++;
        }
        d.put(prefix); // a last line without an end
        text(d, start, at);
        d.truncated();
        return 0;
    }

    private static void text(Dissection d, int start, int end) {
        for (int at = start; at < end; at++) {
            d.put((char) d.u8(at));
        }
    }

    private static boolean isPrintable(int character) {
        return character >= 0x20 && character < 0x7f;
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }
}

package dev.weft.net.iproute;

/// Writes JSON token by token in iproute2's own layout: compact, or pretty with four spaces per level.
public final class JsonWriter {
    private final StringBuilder out;
    private final boolean pretty;
    private int depth;
    private boolean comma;

    public JsonWriter(StringBuilder out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    public void openObject() {
        open('{');
    }

    public void closeObject() {
        close('}');
    }

    public void openArray() {
        open('[');
        if (pretty) {
            out.append(' ');
        }
    }

    public void closeArray() {
        if (pretty && comma) {
            out.append(' ');
        }
        comma = false;
        close(']');
    }

    public void name(String name) {
        separate();
        line();
        comma = false;
        quote(name);
        out.append(pretty ? ": " : ":");
    }

    public void string(String value) {
        separate();
        quote(value);
    }

    /// A token that needs no quotes: a number, `true`, `false` or `null`.
    public void raw(String token) {
        separate();
        out.append(token);
    }

    private void open(char bracket) {
        separate();
        out.append(bracket);
        depth++;
        comma = false;
    }

    private void close(char bracket) {
        depth--;
        if (comma) {
            line();
        }
        out.append(bracket);
        comma = true;
    }

    private void separate() {
        if (comma) {
            out.append(',');
        }
        comma = true;
    }

    private void line() {
        if (pretty) {
            out.append('\n').repeat("    ", depth);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}

package dev.weft.net.tcpdump.filter;

/// The arithmetic of expressions, unsigned and modulo 2³².
enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    AND,
    OR,
    XOR,
    SHIFT_LEFT,
    SHIFT_RIGHT;

    long apply(long left, long right) {
        return switch (this) {
            case ADD -> left + right & 0xffff_ffffL;
            case SUBTRACT -> left - right & 0xffff_ffffL;
            case MULTIPLY -> left * right & 0xffff_ffffL;
            case DIVIDE -> right == 0 ? Value.FAILED : left / right;
            case REMAINDER -> right == 0 ? Value.FAILED : left % right;
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case SHIFT_LEFT -> right > 31 ? 0 : left << right & 0xffff_ffffL;
            case SHIFT_RIGHT -> right > 31 ? 0 : left >>> right;
        };
    }
}

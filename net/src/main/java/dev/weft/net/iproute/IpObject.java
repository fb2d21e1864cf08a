package dev.weft.net.iproute;

import dev.weft.core.command.Args;
import java.util.List;

/// What a command of the family is about: `link`, `address`, `fdb`.
public interface IpObject {
    /// The whole word, as the tool's list of objects has it: `address`, `neighbour`, `link`.
    String name();

    /// The words with which it tells its usage, as [dev.weft.core.command.Command#helpWords].
    default List<String> helpWords(List<String> line) {
        return List.of("help");
    }

    /// Does what the words behind the object ask for. A failure is thrown: a [CommandFailure] with its own words, or
    /// the virtual kernel's [KernelError], which is reported as an answer of rtnetlink with exit status 2. When it
    /// returns, the command has ended well, unless it [goes on][IpContext#goesOn].
    void run(IpContext context, Args args);
}

/** The command line: one class per subcommand, exit status 0 success, 1 failure, 2 wrong arguments or input. */
@NullMarked
package io.emaki.cli;

import org.jspecify.annotations.NullMarked;

/** How much a `.proto` file can make the compiler do. */

/**
 * Messages inside messages, and values inside values of an option. Stops: a file of a few thousand
 * braces that overflows the stack. The same 32 as in protoc.
 */
export const MAX_NESTING = 32;

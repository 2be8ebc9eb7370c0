/**
 * Something that the person at the keyboard can mend. It is shown as one line, without a stack
 * trace, and the command ends with `exitCode`.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: number;

  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

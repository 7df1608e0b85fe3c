import { CommandFailed } from './command';

/**
 * The value of an option that is a whole number, bounds included.
 * @throws CommandFailed that says what may stand there
 */
export function wholeNumber(option: string, value: string, [lowest, highest]: readonly [number, number]): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= lowest && number <= highest) return number;
  throw new CommandFailed(`--${option} is a whole number from ${lowest} to ${highest}; "${value}" is not`);
}

import { z } from 'zod';

export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/**
 * Reads the environment once, at start.
 * @throws ConfigInvalid naming every wrong variable together, never a value
 */
export function loadConfig<T extends z.ZodType>(schema: T, environment: Readonly<Record<string, string | undefined>>): z.infer<T> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return Object.freeze(parsed.data) as z.infer<T>;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigInvalid(`the configuration is not usable:\n${lines.join('\n')}`);
}

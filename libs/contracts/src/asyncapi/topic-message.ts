import type { z } from 'zod';
import { jsonSchemaOf, type JsonSchema } from '#contracts/asyncapi/json-schema';

/** What a topic carries under one CloudEvents type. */
export interface TopicMessage {
  readonly type: string;
  readonly title: string;
  readonly payload: JsonSchema;
  readonly example: Readonly<Record<string, unknown>>;
}

/** @param example of the payload; a spec checks that the schema takes it */
export function messageOf(type: string, title: string, schema: z.ZodType, example: Readonly<Record<string, unknown>>): TopicMessage {
  return { type, title, payload: jsonSchemaOf(schema), example };
}

import { z } from 'zod';

/** A JSON Schema, draft-07: the dialect that AsyncAPI 3 reads without naming another. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return rest;
}

interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const isObjectSchema = (schema: JsonSchema): schema is ObjectSchema => 'properties' in schema;

/** The schema of an object without one of its fields. */
export function withoutField(schema: JsonSchema, field: string): JsonSchema {
  if (!isObjectSchema(schema)) return schema;
  const { [field]: _, ...properties } = schema.properties;
  return { ...schema, properties, required: schema.required?.filter((name) => name !== field) ?? [] };
}

/** The schema of an object with other schemas for some of its fields. */
export function withFields(schema: JsonSchema, fields: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return isObjectSchema(schema) ? { ...schema, properties: { ...schema.properties, ...fields } } : schema;
}

import { z } from 'zod';
import { cloudEventAttributes } from '#contracts/cloud-events/cloud-event';
import { signalOfCode } from '#contracts/signals/catalogue';
import type { RequestBody } from '#platform/http/document-api';
import { BATCH, BINARY, LINES, STRUCTURED } from './event-bodies';
import { LONGEST_BATCH } from './split-batch';

const SHOWN = signalOfCode('org-audit-exit-finding');

/** One complete event; those of the other types are made in the same way from their examples in the catalogue. */
const EXAMPLE = {
  specversion: '1.0',
  id: 'SJ-2026-0001',
  source: '/agency/A-AUD/audit',
  type: SHOWN?.type,
  time: '2026-11-02T09:00:00+08:00',
  dataschema: `/schemas/${SHOWN?.type}`,
  datacontenttype: 'application/json',
  data: SHOWN?.example,
};

/** Fields of `data` depend on the type: GET /api/v1/catalogue tells them. */
export const EVENT_BODIES: Readonly<Record<string, RequestBody>> = {
  [STRUCTURED]: { schema: cloudEventAttributes, example: EXAMPLE },
  [BATCH]: { schema: z.array(cloudEventAttributes).max(LONGEST_BATCH), example: [EXAMPLE] },
  [LINES]: { schema: z.string().describe('One event a line.'), example: `${JSON.stringify(EXAMPLE)}\n` },
  [BINARY]: {
    schema: cloudEventAttributes.shape.data.describe('Only `data`; the attributes are headers: ce-id, ce-source, ce-type, …'),
    example: EXAMPLE.data,
  },
};

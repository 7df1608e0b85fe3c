import { Injectable } from '@nestjs/common';
import type { Channel } from '#contracts/topics';
import type { Authority } from '#contracts/signals/common';
import { Database } from '#persistence/database';
import { Clock } from '#platform/time/clock';
import type { Agency } from './agency';
import { type AgencyKey, hashOf, isSecretOf } from './agency-key';

interface AgencyRow {
  readonly code: string;
  readonly key_hash: Buffer;
  readonly systems: string[];
  readonly channels: Channel[];
  readonly statuses: string[];
  readonly authority: Authority;
  readonly units: string[] | null;
  readonly active: boolean;
}

/** Whose key it is, and whether that agency may send at present. */
export interface Holder {
  readonly agency: Agency;
  readonly active: boolean;
}

interface Remembered {
  readonly row: AgencyRow;
  readonly until: number;
}

/** An agency that was replaced or shut out elsewhere is believed for no longer than this. */
const REMEMBERED_MS = 1_000;

/** Who may send. */
@Injectable()
export class Agencies {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The agency that holds the key, shut out or not; undefined when nobody does. */
  async holding(key: AgencyKey): Promise<Holder | undefined> {
    const row = this.rememberedRow(key.keyId) ?? (await this.read(key.keyId));
    if (!row || !isSecretOf(row.key_hash, key.secret)) return undefined;
    const { code, systems, channels, statuses, authority, units, active } = row;
    return { agency: { code, systems, channels, statuses, authority, ...(units === null ? {} : { units }) }, active };
  }

  /** Enters an agency, or replaces the entry of the same code; a former key stops working. */
  async admit(agency: Agency, name: string, key: AgencyKey): Promise<void> {
    await this.database.query(
      `INSERT INTO gateway.agency (code, name, key_id, key_hash, systems, channels, statuses, authority, units)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (code) DO UPDATE
         SET name = $2, key_id = $3, key_hash = $4, systems = $5, channels = $6, statuses = $7, authority = $8, units = $9, active = true`,
      [
        agency.code,
        name,
        key.keyId,
        hashOf(key.secret),
        agency.systems,
        agency.channels,
        agency.statuses,
        agency.authority,
        agency.units ?? null,
      ],
    );
    this.remembered.clear();
  }

  /**
   * Shuts an agency out or lets it in again, from its next request on; another process of the door may believe what it remembers
   * for one more second.
   * @returns whether there is such an agency
   */
  async switch(code: string, active: boolean): Promise<boolean> {
    const switched = await this.database.query('UPDATE gateway.agency SET active = $2 WHERE code = $1 RETURNING 1', [code, active]);
    this.remembered.clear();
    return switched.length > 0;
  }

  private rememberedRow(keyId: string): AgencyRow | undefined {
    const held = this.remembered.get(keyId);
    if (held && held.until > this.clock.now().getTime()) return held.row;
    this.remembered.delete(keyId);
    return undefined;
  }

  private async read(keyId: string): Promise<AgencyRow | undefined> {
    const [row] = await this.database.query<AgencyRow>(
      'SELECT code, key_hash, systems, channels, statuses, authority, units, active FROM gateway.agency WHERE key_id = $1',
      [keyId],
    );
    if (row) this.remembered.set(keyId, { row, until: this.clock.now().getTime() + REMEMBERED_MS });
    return row;
  }
}

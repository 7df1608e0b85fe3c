import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'liuqu_console, liuqu_console_all';

/** By table, the column that names the cadre. */
const ABOUT_CADRES = {
  'dispatcher.alert': 'alert.subject',
  'resolver.signal_as_sent': 'signal_as_sent.subject',
  'workflow.candidate': 'candidate.cadre_id',
} as const;

/**
 * Whom a higher level manages from some day on, of that one nothing that came before is shown either, not even to those who see
 * everything: 检举控告工作规则 art. 15, no widening of knowledge (domain: inquiry 0.7). Restrictive: it only takes away from what the
 * policies of 0009 show, and a cadre who is not seen through those is shown by none.
 */
export class MovedUp1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, cadre] of Object.entries(ABOUT_CADRES)) {
      await runner.query(`
        CREATE POLICY not_managed_higher ON ${table} AS RESTRICTIVE FOR SELECT TO ${READERS}
          USING (NOT EXISTS (SELECT FROM resolver.cadre WHERE cadre.id = ${cadre} AND cadre.managed_higher))
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(ABOUT_CADRES)) await runner.query(`DROP POLICY not_managed_higher ON ${table}`);
  }
}

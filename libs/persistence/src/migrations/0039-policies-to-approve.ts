import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READERS } from '#persistence/migrations/rows-of-subjects';

/**
 * What waits for somebody's approval is on the desk of who had no part in it. Readers are granted neither drafts nor what happened to
 * them: of a policy this tells its id, its name and the day since which it waits.
 */
export class PoliciesToApprove1764000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION console.policies_to_approve(person text) RETURNS TABLE (id uuid, name text, since text)
        LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = ''
        BEGIN ATOMIC
          SELECT policy.id, policy.name, (asked.at AT TIME ZONE 'Asia/Shanghai')::date::text
            FROM projector.policy
            JOIN LATERAL (
              SELECT event.version, event.at FROM projector.policy_event event
               WHERE event.policy_id = policy.id AND event.body::jsonb ->> 'type' = 'ApprovalAsked' ORDER BY event.version DESC LIMIT 1
            ) asked ON true
           WHERE policy.state = 'approval-asked'
             AND NOT EXISTS (
               SELECT FROM projector.policy_event event
                WHERE event.policy_id = policy.id AND event.body::jsonb ->> 'by' = person
                  AND (event.body::jsonb ->> 'type' IN ('PolicyDrafted', 'PolicyRevised') OR event.version >= asked.version)
             );
        END;
      REVOKE ALL ON FUNCTION console.policies_to_approve FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION console.policies_to_approve TO ${READERS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION console.policies_to_approve');
  }
}

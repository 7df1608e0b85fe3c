import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who a person is at the identity provider, and when they last came. */
export class AccountIdentities1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access.account
        ADD COLUMN last_sign_in_at timestamptz,
        ADD COLUMN oidc_issuer text,
        ADD COLUMN oidc_subject text,
        ADD CONSTRAINT account_oidc_whole CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL)),
        ADD CONSTRAINT account_oidc_once UNIQUE (oidc_issuer, oidc_subject);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access.account DROP COLUMN oidc_subject, DROP COLUMN oidc_issuer, DROP COLUMN last_sign_in_at;
    `);
  }
}

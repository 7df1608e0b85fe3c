import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The second projector process of a stack. */
export class SecondProcess {
  /** Rejects when it has. */
  private readonly ended: Promise<never>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit').then(() => Promise.reject(new Error('the second process has ended')));
    this.ended.catch(() => undefined);
  }

  static async start(databaseUrl: string): Promise<SecondProcess> {
    const child = fork(join(__dirname, 'filling-process.js'), { env: { ...process.env, LIUQU_DATABASE_URL: databaseUrl } });
    const second = new SecondProcess(child);
    await second.word();
    return second;
  }

  /** Fills together with whoever else does. */
  async fill(): Promise<void> {
    const filled = this.word();
    this.child.send('fill');
    await filled;
  }

  private async word(): Promise<void> {
    await Promise.race([once(this.child, 'message'), this.ended]);
  }

  stop(): void {
    this.child.disconnect();
  }
}

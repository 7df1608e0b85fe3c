import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Problem } from '#platform/http/problem';

/** Something that this process cannot work without. */
export interface HealthCheck {
  readonly name: string;
  /** Resolves while it answers. */
  readonly answers: () => Promise<unknown>;
}

/** The checks of this process, as one thing to inject. */
export class HealthChecks {
  constructor(readonly all: readonly HealthCheck[]) {}
}

export interface Readiness {
  readonly status: 'ready';
  readonly checked: readonly string[];
}

const LONGEST_WAIT_MS = 2_000;

async function answersInTime({ answers }: HealthCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_WAIT_MS);
  });
  const answered = answers().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

/** For supervisors and balancers: open to all, says no more than names. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The process and all that it needs answer' })
  async ready(): Promise<Readiness> {
    const { all } = this.checks;
    const answered = await Promise.all(all.map(answersInTime));
    const silent = all.filter((_, place) => !answered[place]).map(({ name }) => name);
    if (silent.length > 0) throw new Problem(503, 'not-ready', `尚未就绪：${silent.join('、')} 没有应答。`);
    return { status: 'ready', checked: all.map(({ name }) => name) };
  }
}

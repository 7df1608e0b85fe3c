import { Logger } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers of one moment under one set of labels; a gauge that is not named in `values` is not shown for them. */
export interface GaugeRow {
  readonly labels: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, number>>;
}

/** What is looked up when somebody asks for the metrics. Labels name topics, groups and writers, never a person. */
export interface GaugeSource {
  readonly labels: readonly string[];
  /** By name what it says. */
  readonly gauges: Readonly<Record<string, string>>;
  readonly read: () => Promise<readonly GaugeRow[]>;
}

export interface AnsweredRequest {
  readonly method: string;
  /** The pattern, never the path: a path may hold the id of a person. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

const LONGEST_LOOK_MS = 2_000;
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process counts, in the text format of Prometheus. */
export class ProcessMetrics {
  readonly registry = new Registry();
  private readonly logger = new Logger(ProcessMetrics.name);
  private readonly looks: (() => Promise<void>)[] = [];
  private readonly requests = new Histogram({
    name: 'liuqu_http_request_duration_seconds',
    help: 'From a request to its whole answer, by route pattern and class of status.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  requestAnswered({ method, route, status, seconds }: AnsweredRequest): void {
    this.requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  /**
   * Looks at the source each time somebody asks. While it fails or does not answer in time its gauges are missing, never 0, and a
   * line in the log says why; nothing else is missing.
   */
  watch(source: GaugeSource): void {
    const gauges = Object.entries(source.gauges).map(
      ([name, help]) => [name, new Gauge({ name, help, labelNames: [...source.labels], registers: [this.registry] })] as const,
    );
    this.looks.push(async () => {
      const rows = await inTime(source.read()).catch((error: unknown) => {
        this.logger.warn(`not looked up: ${Object.keys(source.gauges).join(', ')}: ${String(error)}`);
        return [];
      });
      for (const [name, gauge] of gauges) {
        gauge.reset();
        for (const { labels, values } of rows) if (values[name] !== undefined) gauge.set({ ...labels }, values[name]);
      }
    });
  }

  async text(): Promise<string> {
    await Promise.all(this.looks.map(async (look) => look()));
    return this.registry.metrics();
  }
}

async function inTime<T>(answer: Promise<readonly T[]>): Promise<readonly T[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LONGEST_LOOK_MS} ms`)), LONGEST_LOOK_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

import { Controller, type DynamicModule, type FactoryProvider, Get, Header, Inject, Module } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type GaugeSource, ProcessMetrics } from '#platform/metrics/process-metrics';

const SOURCES = Symbol('sources of gauges');

/** For whoever scrapes: open to all on loopback, counts and durations only. */
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: ProcessMetrics) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Counts and durations of this process, in the text format of Prometheus' })
  async tell(): Promise<string> {
    return this.metrics.text();
  }
}

/** GET /metrics. */
@Module({})
export class MetricsModule {
  constructor(metrics: ProcessMetrics, @Inject(SOURCES) sources: readonly GaugeSource[]) {
    for (const source of sources) metrics.watch(source);
  }

  /** @param sources makes the sources of the gauges from what it injects; `ProcessMetrics` is provided by the process */
  static with(sources: Pick<FactoryProvider<readonly GaugeSource[]>, 'useFactory' | 'inject'>): DynamicModule {
    return {
      module: MetricsModule,
      controllers: [MetricsController],
      providers: [{ provide: SOURCES, useFactory: sources.useFactory, inject: sources.inject ?? [] }],
    };
  }
}

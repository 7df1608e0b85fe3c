import { Module } from '@nestjs/common';
import { RebuildStatus } from './rebuild-readings/rebuild-status';
import { RebuildController } from './rebuild-readings/rebuild.controller';
import { Rebuilds } from './rebuild-readings/rebuilds';
import { SlotWorker } from './rebuild-readings/slot-worker';
import { SettleReviewController } from './settle-review/settle-review.controller';

/** The slot that is not live: filled, compared, switched to, taken back. */
@Module({ controllers: [RebuildController, SettleReviewController], providers: [Rebuilds, RebuildStatus, SlotWorker] })
export class RebuildModule {}

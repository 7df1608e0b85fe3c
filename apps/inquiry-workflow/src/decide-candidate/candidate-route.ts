import { applyDecorators, Controller, UseGuards, UsePipes } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RoleGuard } from '#access/acting';
import { CANDIDATE_STATES } from '#contracts/console/candidates';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { CandidateInScope } from './candidate-in-scope.guard';

export const decidedCandidate = z.strictObject({ id: z.guid(), state: z.enum(CANDIDATE_STATES) });

/** A controller through which somebody decides about a candidate. */
export const CandidateRoute = (): ClassDecorator =>
  applyDecorators(
    Controller('api/v1/candidates/:id'),
    UseGuards(RoleGuard, CandidateInScope),
    UsePipes(REQUEST_PIPE),
    ApiTags('candidates'),
    ApiNotFoundResponse({ description: 'candidate-not-found' }),
    ApiConflictResponse({ description: 'the state does not allow it; the code says why' }),
  );

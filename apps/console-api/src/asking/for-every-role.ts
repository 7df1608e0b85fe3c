import { applyDecorators, UseGuards, UsePipes } from '@nestjs/common';
import { AllowedTo, RoleGuard } from '#access/acting';
import { ROLES } from '#access/principals';
import { QUESTION_PIPE } from '#platform/http/request.pipe';

/** A controller that answers everybody who is signed in, and checks every question. */
export const ForEveryRole = (): ClassDecorator => applyDecorators(UseGuards(RoleGuard), AllowedTo(...ROLES), UsePipes(QUESTION_PIPE));

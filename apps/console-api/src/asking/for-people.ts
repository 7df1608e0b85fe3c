import { applyDecorators, UseGuards, UsePipes } from '@nestjs/common';
import { RoleGuard } from '#access/acting';
import { QUESTION_PIPE } from '#platform/http/request.pipe';

/** A controller that answers those whom the table of permissions names, and checks every question. */
export const ForPeople = (): ClassDecorator => applyDecorators(UseGuards(RoleGuard), UsePipes(QUESTION_PIPE));

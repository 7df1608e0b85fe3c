import { applyDecorators, UseGuards, UsePipes } from '@nestjs/common';
import { AllowedTo, RoleGuard } from '#access/acting';
import { CASE_READERS, type Role, ROLES } from '#access/principals';
import { QUESTION_PIPE } from '#platform/http/request.pipe';

const forRoles = (roles: readonly Role[]): ClassDecorator =>
  applyDecorators(UseGuards(RoleGuard), AllowedTo(...roles), UsePipes(QUESTION_PIPE));

/** A controller that answers everybody who is signed in, and checks every question. */
export const ForEveryRole = (): ClassDecorator => forRoles(ROLES);

/** The same for what is known about cadres. */
export const ForCaseReaders = (): ClassDecorator => forRoles(CASE_READERS);

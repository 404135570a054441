import { refusedCheck } from './refused.ts';

export const duplicateDirective = refusedCheck('duplicate-directive', 'a directive, location, upstream or listen that may stand only once');

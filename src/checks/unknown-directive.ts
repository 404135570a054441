import { refusedCheck } from './refused.ts';

export const unknownDirective = refusedCheck('unknown-directive', 'a directive that nginx does not have');

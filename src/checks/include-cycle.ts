import { refusedCheck } from './refused.ts';

export const includeCycle = refusedCheck('include-cycle', 'a file that includes itself, directly or through others');

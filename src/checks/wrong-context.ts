import { refusedCheck } from './refused.ts';

export const wrongContext = refusedCheck('wrong-context', 'a directive in a block where nginx does not take it');

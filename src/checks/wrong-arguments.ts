import { refusedCheck } from './refused.ts';

export const wrongArguments = refusedCheck('wrong-arguments', 'a directive with arguments that nginx does not take');

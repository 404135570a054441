export const id = 767;
export const ids = [767];
export const modules = {

/***/ 6767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpText: () => (/* binding */ helpText)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6076);

const usage = {
    check: { arguments: '[DIR]', summary: 'read every stack, check every proxy target, run the real "nginx -t"' },
    smoke: { arguments: '[DIR]', summary: 'request each route through nginx and straight at the upstream, name the cause of what fails' },
    routes: { arguments: '[DIR]', summary: 'print where each location leads' },
    explain: { arguments: 'CHECK | LOG LINE', summary: 'what a check or a line of nginx means, why, and the smallest fix' },
    init: { arguments: '[DIR]', summary: 'write two workflow files and .nginx-gate.yml' },
};
/** The help of the program, or of one command. */
function helpText(command) {
    return command === null ? programHelp() : commandHelp(command);
}
function programHelp() {
    const lines = Object.entries(usage).map(([name, { arguments: args, summary }]) => `  ${`${name} ${args}`.padEnd(26)}${summary}`);
    return [
        'nginx-gate stops nginx 502s before a deploy and explains them after one.',
        '',
        'Usage: nginx-gate COMMAND [OPTIONS]',
        '',
        ...lines,
        '',
        'nginx-gate COMMAND --help lists the options of a command.',
        'Exit status: 0 clean, 1 findings, 2 the job could not be done.',
        '',
    ].join('\n');
}
function commandHelp(command) {
    const { arguments: args, summary } = usage[command];
    const lines = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF)
        .filter(([, option]) => option.commands.includes(command))
        .map(([name, option]) => optionLine(name, option));
    return [`nginx-gate ${command} ${args}: ${summary}`, '', ...lines, ''].join('\n');
}
function optionLine(name, option) {
    const flag = `${option.short ? `-${option.short}, ` : ''}--${name}${option.value ? ` ${option.value}` : ''}`;
    const choices = option.choices ? ` (${option.choices.join(', ')})` : '';
    const preset = option.default ? ` [${option.default}]` : '';
    return `  ${flag.padEnd(26)}  ${option.help}${choices}${preset}`;
}


/***/ })

};

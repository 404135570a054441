const http = require('node:http');

const port = Number(process.env.PORT || 3000);
http
  .createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ path: request.url, items: ['tea', 'coffee'] }));
  })
  .listen(port);

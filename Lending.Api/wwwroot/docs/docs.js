// The description is read from this server; nothing is asked of another one.
SwaggerUIBundle({ url: '/openapi/v1.json', dom_id: '#ui', validatorUrl: null, persistAuthorization: false, tryItOutEnabled: true });

// A certified OpenID provider (npm: oidc-provider) with people of the tests' own: see certified_provider.py.
import Provider from 'oidc-provider';

const { port, address, secret, people } = JSON.parse(process.env.SAMSPILL_PROVIDER);
const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: 'samspill', client_secret: secret, redirect_uris: [`${address}/samspill/inn/tilbake`] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], roles: ['roles'] },
  scopes: ['openid', 'offline_access', 'email', 'profile', 'roles'],
  pkce: { required: () => true },
  cookies: { keys: ['of one run alone'] },
  findAccount: (_, id) => people[id] && { accountId: id, claims: async () => ({ sub: id, ...people[id] }) },
});
provider.listen(port, '127.0.0.1');

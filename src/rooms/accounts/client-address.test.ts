import { describe, expect, it } from 'vitest';
import { clientAddress, isLocalRequest, networkOf, proxyTrust } from './client-address.ts';

const from = (socketAddress: string | undefined, headers: Record<string, string> = {}) => ({
  socketAddress,
  headers: new Headers(headers),
});
const trusts = proxyTrust(['10.0.0.0/8', '2001:db8::1']);
const nobody = proxyTrust([]);

describe('where a request comes from', () => {
  it('is the other end of the connection', () => {
    expect(clientAddress(from('203.0.113.7'), nobody)).toBe('203.0.113.7');
    expect(clientAddress(from('::ffff:203.0.113.7'), nobody)).toBe('203.0.113.7');
  });

  it('does not believe a forged X-Forwarded-For', () => {
    expect(clientAddress(from('203.0.113.7', { 'x-forwarded-for': '198.51.100.1' }), nobody)).toBe('203.0.113.7');
    expect(clientAddress(from('203.0.113.7', { 'x-forwarded-for': '198.51.100.1' }), trusts)).toBe('203.0.113.7');
  });

  it('believes a trusted proxy about the client before it, and nothing further away', () => {
    expect(clientAddress(from('10.0.0.2', { 'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.0.0.3' }), trusts)).toBe(
      '203.0.113.9',
    );
  });

  it('stays with the proxy when what it says is no address', () => {
    expect(clientAddress(from('10.0.0.2', { 'x-forwarded-for': 'evil' }), trusts)).toBe('10.0.0.2');
  });

  it('is unknown without a connection', () => {
    expect(clientAddress(from(undefined, { 'x-forwarded-for': '198.51.100.1' }), nobody)).toBe('unknown');
  });

  it('counts IPv6 by the network of one line', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2::5'));
    expect(networkOf('2001:db8:1:2::5')).toBe('2001:db8:1:2::/64');
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  });
});

describe('whether the person sits at this machine', () => {
  it('is so for a connection from the machine to its own name', () => {
    expect(isLocalRequest(from('127.0.0.1', { host: 'localhost:3000' }))).toBe(true);
    expect(isLocalRequest(from('::1', { host: '[::1]:3000' }))).toBe(true);
  });

  it('is not so through a proxy on the same machine', () => {
    expect(isLocalRequest(from('127.0.0.1', { host: 'localhost:3000', 'x-forwarded-for': '203.0.113.7' }))).toBe(false);
    expect(isLocalRequest(from('127.0.0.1', { host: 'wiedersehen.example' }))).toBe(false);
  });

  it('is not so from elsewhere or without a connection', () => {
    expect(isLocalRequest(from('203.0.113.7', { host: 'localhost:3000' }))).toBe(false);
    expect(isLocalRequest(from(undefined, { host: 'localhost:3000' }))).toBe(false);
  });
});

"""Owns which cells of a period are shown: small ones are hidden, and others until nobody can work them out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from scipy.sparse import block_array, csc_array, diags_array, eye_array
from scipy.sparse.csgraph import connected_components

from dashboard.integer_program import Deadline, OutOfTimeError, minimise
from dashboard.lattice import ALL, KEY, Key, Lattice, Shape, build

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Integers = npt.NDArray[np.int64]
    Booleans = npt.NDArray[np.bool_]
    Floats = npt.NDArray[np.float64]


class UnprotectableError(Exception):
    def __init__(self, periods, why):
        super().__init__(f"{', '.join(periods)}: {why}")
        self.period = periods[0]


DEBUG = {}


def importance(key: Key, shape: Shape) -> float:
    period, municipality, level, service = key
    free = (municipality != ALL, level != ALL, service != ALL)
    worth = {
        (False, False, False): 100_000.0,
        (True, False, False): 400.0,
        (False, True, False): 200.0,
        (False, False, True): 200.0,
        (True, True, False): 50.0,
        (True, False, True): 40.0,
        (False, True, True): 45.0,
        (True, True, True): 4.0,
    }[free]
    if period in shape.months:
        worth /= 10
    if period == shape.year:
        worth *= 1.3
    if shape.remainder.intersection(key[1:]):
        worth /= 4
    return worth


@dataclass
class Search:
    lattice: Lattice
    cost: Floats  # per cell
    hidden: Booleans  # per column, differences always
    hideable: Booleans
    low: Integers
    high: Integers
    small: Booleans
    k: int
    deadline: Deadline
    tables: list[Integers] = field(default_factory=list)

    def __post_init__(self):
        self.A = csc_array(self.lattice.identities)
        self.x = self.lattice.values
        self._cache = None
        self.tables.append(self.x.copy()); self.culprit={}; self.period=np.array([q[0] for q in self.lattice.keys]+['']*len(self.lattice.differences))

    def served(self, T, column, down):
        return T[column] <= self.low[column] if down else T[column] >= self.high[column]

    def open_goals(self, valid=None):
        """(small columns without low, without high)"""
        T = np.array(self.tables)
        return self.small & ~(T <= self.low).any(0), self.small & ~(T >= self.high).any(0)

    def view(self):
        if self._cache is None:
            free = np.flatnonzero(self.hidden & ~self.lattice.impossible)
            A = self.A[:, free]
            pattern = abs(A)
            _, label = connected_components(pattern.T @ pattern, directed=False)
            self._cache = free, A, label
        return self._cache

    def free_table(self, column, down, want=None):
        if column < len(self.lattice.keys) and __import__("os").environ.get("LOCAL"):
            t = self._free_table(column, down, want, True)
            if t is not None: return t
        return self._free_table(column, down, want, False)

    def _free_table(self, column, down, want, local):
        free, A, label = self.view()
        me = np.searchsorted(free, column)
        ok = label == label[me]
        if local:
            n = len(self.lattice.keys)
            ok &= (self.period[free] == self.period[column]) | (free >= n)
        cols = np.flatnonzero(ok)
        sub = A[:, cols]
        rows = np.unique(sub.indices)
        sub = sub.tocsr()[rows]
        ids = free[cols]
        rhs = np.asarray(sub @ self.x[ids], float)
        lo = np.zeros(len(ids))
        hi = np.where(ids < len(self.lattice.keys), self.x[ids] + 10.0 * self.k, np.inf)
        at = np.searchsorted(ids, column)
        if down:
            hi[at] = self.low[column]
        else:
            lo[at] = self.high[column]
        import os
        W = float(os.environ.get("W", "0.5")); CAP=float(os.environ.get("CAP","2"))
        x = self.x[ids].astype(float)
        cell = ids < len(self.lattice.keys)
        # t = x + p - n
        need = self.low[column] - x[at] if down else self.high[column] - x[at]
        big = np.where(cell, CAP * self.k, 50.0 * self.k)
        plo = np.zeros(len(ids)); phi = big.copy(); nlo = np.zeros(len(ids)); nhi = np.minimum(x, big)
        pc = np.where(cell, 1.0, 0.0); nc = pc.copy()
        if want is not None:
            sel = want[ids]
            if down:
                nc[sel] = -W
                phi[sel] = 0.0
            else:
                pc[sel] = -W; nhi[sel] = 0
                phi[sel] = np.maximum(0, np.minimum(phi[sel], self.high[ids[sel]] - x[sel] + 1))
        if down:
            nlo[at] = -need;  nhi[at] = max(nhi[at], -need); phi[at] = 0
        else:
            plo[at] = need; phi[at] = max(need, big[at]); nhi[at] = 0
        from scipy.sparse import hstack
        M = hstack([sub, -sub], format="csr")
        z = np.zeros(sub.shape[0])
        ans = minimise(np.concatenate([pc, nc]), M, (z, z), (np.concatenate([plo, nlo]), np.concatenate([phi, nhi])), self.deadline, gap=0.5)
        DEBUG["free"] = DEBUG.get("free", 0) + 1
        if ans is None:
            return None
        t = self.x.copy()
        t[ids] += ans[:len(ids)] - ans[len(ids):]
        return t

    def dear_table(self, column, down):
        free = np.flatnonzero((self.hidden | self.hideable) & ~self.lattice.impossible)
        A = self.A[:, free]
        pattern = abs(A)
        _, label = connected_components(pattern.T @ pattern, directed=False)
        me = np.searchsorted(free, column)
        cols = np.flatnonzero(label == label[me])
        sub = A[:, cols].tocsr()
        rows = np.unique(A[:, cols].indices)
        sub = sub[rows]
        ids = free[cols]
        x = self.x[ids].astype(float)
        rhs = np.asarray(sub @ x)
        zs = np.flatnonzero(~self.hidden[ids])
        n, m = len(ids), len(zs)
        K = self.k
        lo = np.zeros(n)
        hi = np.where(ids < len(self.lattice.keys), x + 10.0 * K, np.inf)
        hi[zs] = x[zs] + K
        lo[zs] = np.maximum(0, x[zs] - K)
        at = np.searchsorted(ids, column)
        if down:
            hi[at] = self.low[column]
        else:
            lo[at] = self.high[column]
        pick = csc_array((np.ones(m), (np.arange(m), zs)), shape=(m, n))
        up = diags_array(-(hi[zs] - x[zs])) if m else None
        dn = diags_array(x[zs] - lo[zs])
        M = block_array([[sub, None], [pick, up], [pick, dn]], format="csc")
        rl = np.concatenate([rhs, np.full(m, -np.inf), x[zs]])
        rh = np.concatenate([rhs, x[zs], np.full(m, np.inf)])
        c = np.concatenate([np.zeros(n), self.cost[ids[zs]]])
        ans = minimise(c, M, (rl, rh), (np.concatenate([lo, np.zeros(m)]), np.concatenate([hi, np.ones(m)])), self.deadline, gap=0.01)
        DEBUG["dear"] = DEBUG.get("dear", 0) + 1
        if ans is None:
            return None
        t = self.x.copy()
        t[ids] = ans[:n]
        return t

    def run(self, order):
        for column in order:
            for down in (True, False):
                nolow, nohigh = self.open_goals()
                want = nolow if down else nohigh
                if not want[column]:
                    continue
                t = self.free_table(column, down, want)
                if t is None:
                    t = self.dear_table(column, down)
                    if t is None:
                        raise UnprotectableError(["?"], "infeasible")
                    moved = (t != self.x) & ~self.hidden
                    self.hidden |= moved
                    for j in np.flatnonzero(moved): self.culprit[j]=(column,down)
                    self._cache = None
                self.tables.append(t)
        DEBUG["tables"] = len(self.tables)
        print("run", DEBUG, round(self.deadline.remaining(),1))

    def near(self, a, b):
        def key(j):
            return self.lattice.keys[j] if j < len(self.lattice.keys) else self.lattice.differences[j - len(self.lattice.keys)].plus[0]
        return sum(u != v for u, v in zip(key(a), key(b)))

    def show_again(self, candidates):
        for column in candidates:
            keep = [t for t in self.tables if t[column] == self.x[column]]
            lost = [t for t in self.tables if t[column] != self.x[column]]
            old = self.tables
            self.tables = keep
            self.hidden[column] = False
            saved = self._cache
            self._cache = None
            ok = True
            first = True
            while ok:
                nolow, nohigh = self.open_goals()
                cc, dd = self.culprit[column]
                if first and (nolow if dd else nohigh)[cc]:
                    c, down, want = cc, dd, (nolow if dd else nohigh)
                elif nolow.any() or nohigh.any():
                    cand = [(self.near(column, q), q, True) for q in np.flatnonzero(nolow)] + [(self.near(column, q), q, False) for q in np.flatnonzero(nohigh)]
                    _, c, down = min(cand); want = nolow if down else nohigh
                else:
                    break
                first = False
                t = self.free_table(c, down, want)
                if t is None:
                    ok = False
                else:
                    self.tables.append(t)
            print(self.lattice.keys[column], ok, DEBUG["free"], round(self.deadline.remaining(),1), self.open_goals()[0].sum(), len(self.tables))
            if not ok:
                DEBUG["kept"] = DEBUG.get("kept", 0) + 1
                self.hidden[column] = True
                self._cache = saved
                self.tables.extend(lost)
            else:
                DEBUG["shown"] = DEBUG.get("shown", 0) + 1


def protect(counts, shape, *, closing, published, k, seconds):
    done = [] if published is None else published["period"].unique().to_list()
    play = {*done, *closing}
    if shape.year not in play:
        def group(p):
            return shape.part_of(p) if p in shape.months else p
        g = {group(p) for p in closing}
        play = {p for p in play if group(p) in g}
    lat = build(shape, counts, play)
    n = len(lat.keys)
    x = lat.values
    was = {} if published is None else {tuple(r[:4]): r[4] for r in published.select(*KEY, "shown").iter_rows()}
    cost = np.array([importance(key, shape) for key in lat.keys])
    hidden = np.ones(len(x), bool)
    hideable = np.zeros(len(x), bool)
    for j, key in enumerate(lat.keys):
        if key in was:
            hidden[j] = not was[key]
        elif not lat.impossible[j]:
            hidden[j] = x[j] < k
            hideable[j] = not hidden[j]
        else:
            hidden[j] = False
    low = np.zeros(len(x), np.int64)
    high = np.full(len(x), k)
    small = hidden & (x < k)
    for i, d in enumerate(lat.differences, start=n):
        low[i] = d.floor
        high[i] = d.floor + k
        import os
        small[i] = 0 < x[i] < k and (os.environ.get("MODE")!="B" or d.plus[0][2:]==(ALL,ALL))
    small &= ~lat.impossible
    s = Search(lat, np.concatenate([cost, np.zeros(len(x) - n)]), hidden, hideable, low, high, small, k, Deadline.after(seconds))
    column = lat.column()
    worth = np.concatenate([cost, [max(cost[column[q]] for q in (*d.plus, *d.minus)) for d in lat.differences]])
    order = [j for j in np.argsort(-worth, kind="stable") if small[j]]
    primary = hidden.copy()
    s.run(order)
    sec = [j for j in np.argsort(-s.cost, kind="stable") if hideable[j] and s.hidden[j]]
    DEBUG["secondary"] = len(sec)
    s.show_again(sec)
    return pl.DataFrame([(*key, not s.hidden[j]) for j, key in enumerate(lat.keys) if key[0] in closing and not lat.impossible[j]], schema=[*KEY, "shown"], orient="row")

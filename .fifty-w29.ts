import { deploy } from '/work/wt/w29/lessons/29-health/deploy.ts';
for (const [stack, way, n] of [['ours','in order',50],['grpc-js','in order',50],['ours','Ctrl-C',10],['grpc-js','Ctrl-C',10],['ours','drain at once',10]] as const) {
  let calls = 0, lost = 0, bad = 0, least = 1e9, most = 0, stay = 0; const said: any = {};
  for (let i = 0; i < n; i++) {
    const r = await deploy(stack, way);
    calls += r.calls; lost += r.lost; if (r.lost) bad++; said[r.said] = (said[r.said] ?? 0) + 1;
    least = Math.min(least, r.lost); most = Math.max(most, r.lost); stay += r.tally.ours.lost.length + r.tally['grpc-js'].lost.length;
  }
  console.log(stack, way, n, 'runs', calls, 'calls', lost, 'lost', bad, 'runs with loss', `${least}..${most}`, 'lost by those that stay', stay, JSON.stringify(said));
}

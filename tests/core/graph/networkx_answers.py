"""What networkx says of the graphs on standard input, for graphs_agree_with_networkx."""

import json
import sys

import networkx as nx
import numpy as np


def numbers(values, n):
    return [values.get(i, -1) for i in range(n)]

def answer(g):
    n, source, directed, multi = g["n"], g["source"], g["directed"], g["multi"]
    kind = {(0, 0): nx.Graph, (0, 1): nx.MultiGraph, (1, 0): nx.DiGraph, (1, 1): nx.MultiDiGraph}[directed, multi]
    G = kind()
    G.add_nodes_from(range(n))
    G.add_weighted_edges_from(g["edges"])
    both = nx.MultiGraph() # of two opposite edges neither is lost
    both.add_nodes_from(range(n))
    both.add_weighted_edges_from(g["edges"])
    a = dict(
        degrees=[d for _, d in G.degree()],
        density=nx.density(G),
        adjacency=nx.to_numpy_array(G).tolist(),
        laplacian=(np.diag(nx.to_numpy_array(G).sum(1)) - nx.to_numpy_array(G)).tolist(),
        components=nx.number_connected_components(both),
        componentSizes=sorted(map(len, nx.connected_components(both))),
        hops=numbers(nx.single_source_shortest_path_length(G, source), n),
        breadth=[source] + [v for _, v in nx.bfs_edges(G, source)],
        depth=list(nx.dfs_preorder_nodes(G, source)),
        depthParent=numbers(nx.dfs_predecessors(G, source), n),
        treeWeight=nx.minimum_spanning_tree(both).size(weight="weight"),
        rank=numbers(nx.pagerank(G, alpha=g["damping"], tol=1e-15 , max_iter=5000), n),
        dijkstra=numbers(nx.single_source_dijkstra_path_length(G, source), n),
    )
    if directed:
        a["strong"] = sorted(sorted(c) for c in nx.strongly_connected_components(G))
        try:
            a["topological"] = list(nx.lexicographical_topological_sort(G))
        except nx.NetworkXUnfeasible:
            a["topological"] = None
    else:
        L = nx.laplacian_matrix(G).toarray().astype(float)
        a["normalized"] = nx.normalized_laplacian_matrix(G).toarray().tolist()
        a["spectrum"] = np.linalg.eigvalsh(L).tolist()
    if not multi:
        a["closeness"] = numbers(nx.closeness_centrality(G), n)
        a["betweenness"] = numbers(nx.betweenness_centrality(G), n)
        b = nx.edge_betweenness_centrality(G)
        a["edgeBetweenness"] = [b[(u, v)] if (u, v) in b else b[(v, u)] for u, v, _ in g["edges"]]
        simple = nx.Graph(both)
        a["clustering"] = numbers(nx.clustering(simple), n)
        a["transitivity"] = nx.transitivity(simple)
        whole = nx.is_strongly_connected(G) if directed else nx.is_connected(G)
        a["diameter"] = nx.diameter(G) if whole else -1
        if whole and n > 2:
            values, vectors = np.linalg.eig(nx.to_numpy_array(G).T)
            best = int(np.argmax(values.real))
            x = vectors[:, best].real
            a["centrality"] = (x / np.linalg.norm(x) * np.sign(x.sum())).tolist()
            a["radius"] = values[best].real
    return a

def bellman(g):
    G = nx.DiGraph()
    G.add_nodes_from(range(g["n"]))
    G.add_weighted_edges_from(g["edges"])
    try:
        return numbers(dict(nx.single_source_bellman_ford_path_length(G, g["source"])), g["n"])
    except nx.NetworkXUnbounded:
        return None

families = dict(
    path=nx.path_graph(7), cycle=nx.cycle_graph(6), star=nx.star_graph(5), complete=nx.complete_graph(6),
    barbell=nx.barbell_graph(4, 3), bridge=nx.barbell_graph(3, 0),
    grid=nx.convert_node_labels_to_integers(nx.grid_2d_graph(3, 5)), ring=nx.watts_strogatz_graph(11, 4, 0))
given = json.load(sys.stdin)
json.dump(dict(graphs=[answer(g) for g in given["graphs"]], negative=[bellman(g) for g in given["negative"]],
               families={
    k: sorted(sorted(e) for e in f.edges()) for k, f in families.items()}), sys.stdout)
